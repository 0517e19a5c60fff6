using System.Diagnostics;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Core.Serving;

/// <summary>What the events outside any rollout say of an endpoint's traffic. Pure.</summary>
internal static class EndpointServing
{
    public static IEnumerable<ServingChange> Statements(string endpoint, IReadOnlyList<RecordedEndpointEvent> events)
    {
        for (var index = 0; index < events.Count; index++)
        {
            foreach (var change in Of(endpoint, events[index], index + 1 < events.Count ? events[index + 1].Event : null))
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<ServingChange> Of(string endpoint, RecordedEndpointEvent recorded, EndpointEvent? next)
    {
        switch (recorded.Event)
        {
            case EndpointEvent.WeightsRequested request:
                yield return Change(ServingProof.ReadBack, Split(request.Before, request.Models), "Seen right before weights were set by hand.");
                // An order that was refused never stood.
                if (next is not EndpointEvent.WeightsRefused)
                {
                    yield return Change(ServingProof.Ordered, Split(request.Requested, request.Models), $"Weights set by hand: {Told(request)}.");
                }

                break;
            case EndpointEvent.WeightsRefused:
                break;
            case EndpointEvent.ServingSeen seen:
                yield return Change(ServingProof.ReadBack, seen.Variants, "Seen by the monitor.") with { NotBefore = seen.NotBefore };
                break;
            default:
                throw new UnreachableException();
        }

        ServingChange Change(ServingProof proof, IReadOnlyList<ServedVariant> variants, string cause) =>
            new(recorded.At, proof, variants, recorded.Actor, cause, EndpointLog.StreamOf(endpoint), recorded.Version);
    }

    private static string Told(EndpointEvent.WeightsRequested request) =>
        string.Join(", ", Split(request.Requested, null).Select(served => $"{served.Variant} {served.Share}"));

    private static IReadOnlyList<ServedVariant> Split(IReadOnlyList<VariantWeight> weights, IReadOnlyDictionary<string, string>? models)
    {
        var sum = weights.Sum(weight => weight.Weight);
        return
        [
            .. weights
                .Where(weight => weight.Weight > 0)
                .Select(weight => new ServedVariant(
                    weight.VariantName, models?.GetValueOrDefault(weight.VariantName), null, null, Percentage.FromFraction(Math.Round(weight.Weight / sum, 6))))
                .OrderByDescending(served => served.Share),
        ];
    }
}
