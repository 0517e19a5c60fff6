namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class LabelOptions
{
    public string? Timezone { get; set; }
}
