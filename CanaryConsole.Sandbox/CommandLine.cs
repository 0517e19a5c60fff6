using System.Globalization;

namespace CanaryConsole.Sandbox;

/// <summary>The command line of the sandbox that runs alone.</summary>
internal static class CommandLine
{
    public const string Help = """
        A local AWS: SageMaker endpoints, models and registry, CloudWatch metrics and alarms, SNS topics, on one loopback port.

        Usage: dotnet run --project CanaryConsole.Sandbox -- [options]
          --port PORT      the port on 127.0.0.1 (default 5081; 0 takes any free one)
          --trace PATH     replay a recorded trace on media-ranker: CSV with TIMESTAMP, ContextTokens, GeneratedTokens
          --seed NUMBER    another course of luck (default 7)
          --lateness SECS  how long after a request its metrics can be read (default 0)
          --help           this text

        Then, with any credentials in the environment:
          aws --endpoint-url http://127.0.0.1:5081 sagemaker describe-endpoint --endpoint-name media-ranker
        """;

    /// <exception cref="SandboxStartException">An option is unknown or its value is none.</exception>
    public static SandboxOptions Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--port" or "--trace" or "--seed" or "--lateness"))
            {
                throw new SandboxStartException($"The option '{args[i]}' is unknown: --help lists the options.");
            }

            values[args[i]] = i + 1 < args.Count ? args[i + 1] : throw new SandboxStartException($"The option {args[i]} needs a value: --help shows which.");
        }

        return new SandboxOptions
        {
            Port = Number("--port", SandboxOptions.DefaultPort, 0, 65535),
            Seed = Number("--seed", new SandboxOptions().Seed, 0, int.MaxValue),
            MetricLateness = TimeSpan.FromSeconds(Number("--lateness", 0, 0, 86_400)),
            Traffic = new TrafficOptions { Trace = values.GetValueOrDefault("--trace") },
        };

        int Number(string option, int fallback, int minimum, int maximum)
        {
            if (!values.TryGetValue(option, out var text))
            {
                return fallback;
            }

            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
                ? number
                : throw new SandboxStartException($"{option} is '{text}': give a whole number from {minimum} to {maximum}.");
        }
    }
}
