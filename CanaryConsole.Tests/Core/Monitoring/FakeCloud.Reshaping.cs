using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Tests.Core.Monitoring;

internal sealed partial class FakeCloud : IEndpointReshaping
{
    private readonly Dictionary<string, IReadOnlyList<VariantDescription>> _configs = [];

    /// <summary>Somebody else's UpdateEndpoint: another configuration, in service at once.</summary>
    public void ExchangeOutside(string configName, params VariantDescription[] variants)
    {
        _configs[_endpoint.ConfigName] = _endpoint.Variants;
        _endpoint = _endpoint with { ConfigName = configName, Variants = variants };
        Become(EndpointStatus.InService);
    }

    public Task RemoveVariantAsync(VariantRemoval removal, CancellationToken cancellationToken) => Changing("RemoveVariant", () =>
    {
        if (_endpoint.Variant(removal.VariantName) is { CurrentWeight: > 0 })
        {
            throw new CloudException(CloudFailure.Invalid, $"Variant {removal.VariantName} carries weight.");
        }

        Reshape(removal.ConfigName, [.. _endpoint.Variants.Where(variant => variant.Name != removal.VariantName)]);
    });

    public Task RestoreConfigAsync(string endpoint, string configName, CancellationToken cancellationToken)
    {
        Called("RestoreConfig");
        var wanted = _configs.GetValueOrDefault(configName) ?? throw new CloudException(CloudFailure.NotFound, $"Could not find endpoint config {configName}.");
        if (_endpoint.Variants.FirstOrDefault(variant => variant.CurrentWeight > 0 && wanted.All(stays => stays.Name != variant.Name)) is { } serving)
        {
            throw new CloudException(CloudFailure.Invalid, $"Variant {serving.Name} carries weight.");
        }

        // Weights and counts of variants that stay are kept; the others come as the configuration has them.
        Reshape(configName, [.. wanted.Select(variant => _endpoint.Variant(variant.Name) is { } live
            ? variant with { CurrentWeight = live.CurrentWeight, DesiredWeight = live.DesiredWeight, CurrentInstanceCount = live.CurrentInstanceCount, DesiredInstanceCount = live.DesiredInstanceCount }
            : variant with { CurrentWeight = 0, DesiredWeight = 0 })]);
        return Task.CompletedTask;
    }

    public Task SetCapacityAsync(string endpoint, string variant, int instances, CancellationToken cancellationToken) => Changing("SetCapacity", () =>
    {
        Change(EndpointStatus.Updating, one => one.Name == variant ? one with { CurrentInstanceCount = instances, DesiredInstanceCount = instances } : one);
        SettleIfAtOnce();
    });

    private void Reshape(string configName, IReadOnlyList<VariantDescription> variants)
    {
        if (_endpoint.Status is not EndpointStatus.InService)
        {
            throw new CloudException(CloudFailure.Busy, "Cannot update in-progress endpoint.");
        }

        _configs[_endpoint.ConfigName] = _endpoint.Variants;
        _endpoint = _endpoint with { ConfigName = configName, Variants = variants };
        Change(EndpointStatus.Updating, variant => variant);
        SettleIfAtOnce();
    }
}
