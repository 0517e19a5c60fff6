namespace CanaryConsole.Core.Environments;

/// <summary>What a file of environments turned out to be.</summary>
public abstract record EnvironmentReading
{
    private EnvironmentReading()
    {
    }

    public sealed record Read(IReadOnlyList<DeploymentEnvironment> Environments) : EnvironmentReading;

    /// <param name="Line">From 1; null when it is about the file as a whole.</param>
    /// <param name="Field">As in "environments[1].approvals"; null when it is not about one.</param>
    /// <param name="Reason">One sentence that names line, field, value and bound.</param>
    public sealed record Faulty(int? Line, string? Field, string Reason) : EnvironmentReading;
}
