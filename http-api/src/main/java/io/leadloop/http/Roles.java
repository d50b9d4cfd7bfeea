package io.leadloop.http;

/** The roles that a token can carry (claim {@code groups}). Every endpoint names those it allows. */
public final class Roles {
    /** Web forms' servers: create leads and activities. */
    public static final String INTAKE = "intake";
    /** A rep; claim {@code repId} says which. */
    public static final String SALES = "sales";
    /** Leads a team of reps; claim {@code teamId} says which. */
    public static final String MANAGER = "manager";

    public static final String MARKETING = "marketing";
    /** Watches the system and its promises. */
    public static final String OPS = "ops";
    /** A CRM system. */
    public static final String CRM = "crm";

    public static final String ADMIN = "admin";

    private Roles() {}
}
