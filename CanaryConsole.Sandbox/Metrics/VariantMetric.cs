namespace CanaryConsole.Sandbox.Metrics;

/// <summary>The metrics SageMaker publishes for a variant.</summary>
internal enum VariantMetric
{
    Invocations,
    ClientErrors,
    ServerErrors,
    ModelErrors,
    InvocationsPerInstance,
    ModelLatency,
    OverheadLatency,
    CpuUtilization,
    MemoryUtilization,
}
