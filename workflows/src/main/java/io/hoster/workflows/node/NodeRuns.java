package io.hoster.workflows.node;

import io.temporal.client.WorkflowClient;

/** x */
public final class NodeRuns {}
