using CanaryConsole.Sandbox.Invocations;

namespace CanaryConsole.Sandbox.Containers;

/// <summary>One container after the other, each with the answer of the one before; the first that fails ends it. Mostly there is one.</summary>
internal static class ContainerPipeline
{
    public static async Task<ModelAnswer> InvokeAsync(
        ContainerClient client, IReadOnlyList<Container> containers, InvocationRequest request, CancellationToken cancellationToken)
    {
        var answer = await client.InvokeAsync(containers[0], request, cancellationToken);
        foreach (var next in containers.Skip(1))
        {
            if (!answer.IsSuccess)
            {
                break;
            }

            var before = answer.Latency;
            answer = await client.InvokeAsync(next, request with { Body = answer.Body, ContentType = answer.ContentType }, cancellationToken);
            answer = answer with { Latency = before + answer.Latency };
        }

        return answer;
    }
}
