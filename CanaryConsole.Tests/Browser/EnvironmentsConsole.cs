namespace CanaryConsole.Tests.Browser;

/// <summary>A console with a dev and a prod environment, whose sandbox makes endpoints quickly.</summary>
public sealed class EnvironmentsConsole : RunningConsole
{
    // 36 seconds of the sandbox's clock are more than one look, and little of the wall's.
    private const string Rules = """
        environments:
          - name: dev
            endpoints: ["*-dev"]
          - name: prod
            endpoints: ["media-ranker"]
            approvals: 2
            predecessor:
              environment: dev
              forHours: 0.01
        """;

    private protected override IReadOnlyList<string> More(string folder)
    {
        var file = Path.Combine(folder, "environments.yaml");
        File.WriteAllText(file, Rules);
        return [$"--Environments:File={file}", "--Sandbox:EndpointCreating=00:00:10", "--Sandbox:FleetUpdating=00:00:20"];
    }
}
