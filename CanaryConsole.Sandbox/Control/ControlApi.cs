using System.Text.Json;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Control;

/// <summary>What AWS does not have: the sandbox's own paths, under which its faults are set and its state is read. Not signed; guarded against pages in browsers instead.</summary>
internal sealed class ControlApi(Simulation simulation, IReadOnlyList<string> operations)
{
    public const string Root = "/_sandbox";

    private const int MaximumBody = 16 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var (status, answer) = await AnswerAsync(context);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        await Answer.BytesAsync(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(answer, ControlJson.Options));
    }

    private async Task<(int Status, object Answer)> AnswerAsync(HttpContext context)
    {
        try
        {
            ControlGuard.Check(context.Request);
            var path = context.Request.Path.Value![Root.Length..].Trim('/').Split('/');
            return (context.Request.Method, path) switch
            {
                ("GET", [""]) => (200, Status()),
                ("GET", ["faults"]) => (200, simulation.Visit((world, now) => new FaultList([.. world.Faults.Active(now).Reverse().Select(FaultTranslation.InForce)], FaultTranslation.Offers))),
                ("GET", ["outbox"]) => (200, simulation.Visit((world, _) => EmailTranslation.Of(world.Outbox))),
                ("POST", ["faults"]) => (201, Start(await Body.ReadAsync(context, MaximumBody))),
                ("DELETE", ["faults"]) => (200, new { ended = simulation.Visit((world, _) => world.Faults.EndAll()) }),
                ("DELETE", ["faults", var id]) => simulation.Visit((world, _) => world.Faults.End(id))
                    ? (200, new { ended = 1 })
                    : (404, Refusal($"There is no fault {id} in force.")),
                _ => (404, Refusal($"The sandbox's control API has no {context.Request.Method} {context.Request.Path}.")),
            };
        }
        catch (FormatException exception)
        {
            return (400, Refusal(exception.Message));
        }
        catch (AwsErrorException exception)
        {
            return (exception.StatusCode, Refusal(exception.Message));
        }
    }

    private static Dictionary<string, string> Refusal(string message) => new() { ["message"] = message };

    private FaultInForce Start(byte[] body)
    {
        var order = FaultTranslation.Read(body);
        KnownTargets.Check(order, operations);
        return simulation.Visit((world, now) => FaultTranslation.InForce(world.Faults.Start(order, now)));
    }

    private SandboxStatus Status() => simulation.Visit((world, now) => new SandboxStatus(
        now,
        world.Options.TimeScale,
        world.Options.MetricLateness,
        world.Options.Seed,
        [.. world.Endpoints.All.Select(endpoint => new SandboxEndpoint(endpoint.Name, endpoint.Status.Value, [.. endpoint.Variants.Select(variant => variant.Name)]))],
        operations,
        world.Outbox.Count));
}
