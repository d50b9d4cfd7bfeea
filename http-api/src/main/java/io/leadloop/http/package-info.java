package io.leadloop.http;
