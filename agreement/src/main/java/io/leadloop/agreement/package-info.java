package io.leadloop.agreement;
