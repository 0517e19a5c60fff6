using System.Reflection;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Tests.Schedules;

/// <summary>The deliberate bug: an endpoint that is in service again is believed to have the weights that were asked for.</summary>
public class CredulousControl : DispatchProxy
{
    private readonly Dictionary<string, IReadOnlyList<VariantWeight>> _asked = [];
    private IEndpointControl _real = null!;

    internal static IEndpointControl Of(IEndpointControl real)
    {
        var credulous = Create<IEndpointControl, CredulousControl>();
        ((CredulousControl)credulous)._real = real;
        return credulous;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IEndpointControl.SetWeightsAsync))
        {
            _asked[(string)args![0]!] = (IReadOnlyList<VariantWeight>)args[1]!;
        }

        var answer = targetMethod.Invoke(_real, BindingFlags.DoNotWrapExceptions, null, args, null);
        return answer is Task<EndpointDescription> described ? BelieveAsync(described) : answer;
    }

    private async Task<EndpointDescription> BelieveAsync(Task<EndpointDescription> described)
    {
        var endpoint = await described;
        return endpoint.Status is EndpointStatus.InService && _asked.TryGetValue(endpoint.Name, out var weights)
            ? endpoint with { Variants = [.. endpoint.Variants.Select(variant => variant with { CurrentWeight = weights.FirstOrDefault(one => one.VariantName == variant.Name)?.Weight ?? variant.CurrentWeight })] }
            : endpoint;
    }
}
