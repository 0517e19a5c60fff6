namespace CanaryConsole.Sandbox.Dashboards;

internal sealed record Dashboard(string Name, string Body, DateTimeOffset LastModified)
{
    // Dashboards belong to no region.
    public string Arn => $"arn:aws:cloudwatch::{Sandbox.Arn.Account}:dashboard/{Name}";
}
