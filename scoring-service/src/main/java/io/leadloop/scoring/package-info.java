package io.leadloop.scoring;
