using CanaryConsole.Sandbox.Capture;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>Keeps a request and its answer where the endpoint's config captures them; of a shadow variant as of any other, in its own folder.</summary>
internal static class InvocationCapture
{
    public static void Keep(Simulation simulation, Invocation invocation, InvocationRequest request, ModelAnswer answer)
    {
        if (invocation.Capture is not { } rule || !answer.IsSuccess)
        {
            return;
        }

        var (capture, now) = simulation.Glance(0, static (world, now, _) => (world.Capture, now));
        capture.Add(
            rule, invocation.Endpoint.Name, invocation.Variant.Name, now, CaptureLine.Write(rule, request, answer, now, invocation.EventId));
    }
}
