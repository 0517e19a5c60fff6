namespace CanaryConsole.Sandbox.Metrics;

/// <summary>One request as the cells take it: latencies in microseconds with their buckets, its share of an instance's invocations.</summary>
internal readonly record struct Measurement(
    double ModelLatency, int ModelLatencyBucket, double OverheadLatency, int OverheadLatencyBucket, double PerInstance, RequestOutcome Outcome)
{
    public static Measurement Of(RequestOutcome outcome, int instances)
    {
        var (model, overhead) = (outcome.ModelLatency.TotalMicroseconds, outcome.OverheadLatency.TotalMicroseconds);
        return new Measurement(model, Bucket.Of(model), overhead, Bucket.Of(overhead), 1.0 / instances, outcome);
    }
}
