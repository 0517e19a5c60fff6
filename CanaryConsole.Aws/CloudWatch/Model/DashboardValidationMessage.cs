namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class DashboardValidationMessage
{
    public string? DataPath { get; set; }

    public string? Message { get; set; }
}
