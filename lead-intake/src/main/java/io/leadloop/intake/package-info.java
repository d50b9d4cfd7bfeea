package io.leadloop.intake;
