package io.leadloop.reporting.web;

/**
 * What surrounds every page.
 *
 * @param section which entry of the navigation is the current one, or empty
 * @param user who is signed in, or empty
 * @param operates whether the user may see what is for operations
 * @param style address of the style sheet
 * @param freshness how new the newest event in the numbers is, or empty
 */
public record Frame(String title, String section, String user, boolean operates, String style, String freshness) {

    static Frame nobody(String title, Assets assets) {
        return new Frame(title, "", "", false, assets.style(), "");
    }
}
