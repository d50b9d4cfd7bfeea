package io.leadloop.reporting;
