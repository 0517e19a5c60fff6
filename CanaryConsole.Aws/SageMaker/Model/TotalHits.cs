namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class TotalHits
{
    public long? Value { get; set; }

    public Relation? Relation { get; set; }
}
