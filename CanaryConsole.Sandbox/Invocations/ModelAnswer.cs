using System.Text;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>What a model answered to one request; status 0 where it gave no answer, and the body then says why.</summary>
internal sealed record ModelAnswer(string Container, int Status, string ContentType, ReadOnlyMemory<byte> Body, TimeSpan Latency)
{
    public static readonly string TooLarge = $"The response of the container exceeds {InvocationBody.Maximum} bytes.";

    public string? CustomAttributes { get; init; }

    public string? NewSessionId { get; init; }

    public string? ClosedSessionId { get; init; }

    public bool IsSuccess => Status is >= 200 and <= 299;

    public static ModelAnswer None(string container, string reason, TimeSpan latency) =>
        new(container, 0, "text/plain", Encoding.UTF8.GetBytes(reason), latency);

    public static string TimedOut(string container) =>
        $"Your invocation timed out while waiting for a response from container {container}. Review the latency metrics for each container in Amazon CloudWatch,"
        + " resolve the issue, and try again.";

    public static string Unreachable(string container) =>
        $"Amazon SageMaker could not get a response from the {container} endpoint. This can occur when CPU or memory utilization is high."
        + " To check your utilization, see Amazon CloudWatch. To fix this problem, use an instance type with more CPU capacity or memory.";
}
