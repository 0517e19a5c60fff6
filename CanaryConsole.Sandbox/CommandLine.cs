using System.Globalization;
using CanaryConsole.Sandbox.Behaviours;

namespace CanaryConsole.Sandbox;

/// <summary>The command line of the sandbox that runs alone.</summary>
internal static class CommandLine
{
    public const string Help = """
        A local AWS: SageMaker endpoints, models and registry, CloudWatch metrics and alarms, SNS topics, S3 and STS, on one loopback port.

        Usage: dotnet run --project CanaryConsole.Sandbox -- [options]
          --port PORT      the port on 127.0.0.1 (default 5081; 0 takes any free one)
          --trace PATH     replay a recorded trace on media-ranker: CSV with TIMESTAMP, ContextTokens, GeneratedTokens
          --data DIR       keep models, endpoints, registry, alarms, topics, dashboards, scaling, experiments and S3 in that folder,
                           and go on from there at the next start; metrics start anew, an update under way is given up for the config it came from (default: all in memory)
          --seed NUMBER    another course of luck (default 7)
          --time-scale N   how much faster than the wall its clock runs, 1 to 100 (default 1)
          --time-origin T  when that clock showed the wall's time, as in 2026-11-20T08:00:00Z, to share it with a console (default now)
          --lateness SECS  how long after a request its metrics can be read (default 0)
          --late PERCENT   the share of the requests whose metrics come up to two minutes later still (default 0)
          --behaviours PATH  how models behave: a JSON list of {"model": NAME or "GROUP/VERSION", "p50", "p99", "errorRate", "starts", "concurrency",
                           "schedule": [{"after", "over", "latencyFactor", "errorRate"}]}; durations as in "00:00:00.020"
          --container IMAGE=URL  run models of that image in the HTTP server at URL, http on loopback, with SageMaker's GET /ping and
                           POST /invocations; may be given many times. A model whose image is such a URL needs none
          --fault FAULT    a fault in force from the start, as in "throttle operation=DescribeEndpoint rate=0.5"; may stand several times:
                           throttle [operation=] rate= | refuse-updates endpoint= reason=in-progress|resource-limit | hold-updating endpoint=
                           revert-updates endpoint= | system-updating endpoint= | late-metrics [endpoint=] seconds= | partial-metrics [endpoint=] share=
                           missing-metrics [endpoint=] | variant-errors endpoint= variant= share= | variant-latency endpoint= variant= factor=
                           endpoint-errors endpoint= share= | endpoint-latency endpoint= factor= | pinned-clients endpoint= variant= share=
                           client-errors endpoint= variant= share= | variant-utilization endpoint= variant= resource=cpu|memory percent=
                           missing-image endpoint= variant= | missing-role endpoint= variant=
                           expired-credentials; and for=SECONDS with each, if it shall end by itself
          --help           this text

        Then, with any credentials in the environment:
          aws --endpoint-url http://127.0.0.1:5081 sagemaker describe-endpoint --endpoint-name media-ranker
        """;

    // An image may have an equals sign in its tag; the address of a container has none.
    private static ContainerOptions Container(string text) => text.LastIndexOf('=') is > 0 and var at
        ? new ContainerOptions { Image = text[..at], Url = text[(at + 1)..] }
        : throw new SandboxStartException($"--container is '{text}': give IMAGE=URL, as in my-image:1=http://127.0.0.1:9001.");

    /// <exception cref="SandboxStartException">An option is unknown or its value is none.</exception>
    public static SandboxOptions Parse(IReadOnlyList<string> args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var containers = new List<ContainerOptions>();
        var faults = new List<string>();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--port" or "--data" or "--trace" or "--seed" or "--lateness" or "--late" or "--time-scale" or "--time-origin" or "--fault" or "--container" or "--behaviours"))
            {
                throw new SandboxStartException($"The option '{args[i]}' is unknown: --help lists the options.");
            }

            var value = i + 1 < args.Count ? args[i + 1] : throw new SandboxStartException($"The option {args[i]} needs a value: --help shows which.");
            if (args[i] == "--fault")
            {
                faults.Add(value);
            }

            if (args[i] == "--container")
            {
                containers.Add(Container(value));
            }

            values[args[i]] = value;
        }

        return new SandboxOptions
        {
            Port = Number("--port", SandboxOptions.DefaultPort, 0, 65535),
            TimeScale = Scale(),
            TimeOrigin = Origin(),
            Folder = values.GetValueOrDefault("--data"),
            Seed = Number("--seed", new SandboxOptions().Seed, 0, int.MaxValue),
            MetricLateness = TimeSpan.FromSeconds(Number("--lateness", 0, 0, 86_400)),
            MetricLateShare = Number("--late", 0, 0, 100) / 100.0,
            Behaviours = values.TryGetValue("--behaviours", out var behaviours) ? BehaviourFile.Read(behaviours) : [],
            Containers = containers,
            Faults = faults,
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

        double Scale()
        {
            var text = values.GetValueOrDefault("--time-scale", "1");
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var scale) && scale is >= 1 and <= 100
                ? scale
                : throw new SandboxStartException($"--time-scale is '{text}': give a number from 1 to 100.");
        }

        DateTimeOffset? Origin()
        {
            if (!values.TryGetValue("--time-origin", out var text))
            {
                return null;
            }

            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var origin)
                ? origin
                : throw new SandboxStartException($"--time-origin is '{text}': give a moment in UTC, as in 2026-11-20T08:00:00Z.");
        }
    }
}
