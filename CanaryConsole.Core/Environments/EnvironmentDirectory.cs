using System.IO.Enumeration;

namespace CanaryConsole.Core.Environments;

/// <summary>A fixed list of environments: a change of the file holds from the next start on.</summary>
public sealed class EnvironmentDirectory(IReadOnlyList<DeploymentEnvironment> environments) : IEnvironmentDirectory
{
    public static EnvironmentDirectory None { get; } = new([]);

    public IReadOnlyList<DeploymentEnvironment> All { get; } = environments;

    public DeploymentEnvironment? Of(string endpoint) => All.FirstOrDefault(environment => Has(environment, endpoint));

    private static bool Has(DeploymentEnvironment environment, string endpoint) =>
        environment.Endpoints.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, endpoint, ignoreCase: false));
}
