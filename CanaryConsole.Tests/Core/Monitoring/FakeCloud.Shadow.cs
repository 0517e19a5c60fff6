using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Predictions;

namespace CanaryConsole.Tests.Core.Monitoring;

internal sealed partial class FakeCloud : IShadowControl, ICaptureReader
{
    private CaptureSample? _captures;

    /// <summary>What data capture has written; null leaves capture off.</summary>
    public CaptureSample? Captures
    {
        get => _captures;
        set
        {
            _captures = value;
            _endpoint = _endpoint with { Capture = value is null ? null : new DataCapture("s3://captures", CanaryConsole.Core.Percentage.Whole) };
        }
    }

    public Task AddShadowAsync(ShadowAddition addition, CancellationToken cancellationToken)
    {
        Called("AddShadow");
        var variant = addition.Variant;
        _endpoint = _endpoint with
        {
            ShadowVariants =
            [
                new VariantDescription(
                    variant.VariantName, variant.ModelName, variant.InstanceType, addition.Sampling.Fraction, addition.Sampling.Fraction, variant.InstanceCount, variant.InstanceCount),
            ],
            ConfigName = variant.ConfigName,
        };
        Change(EndpointStatus.Updating, unchanged => unchanged);
        SettleIfAtOnce();
        return Task.CompletedTask;
    }

    public Task RemoveShadowAsync(VariantRemoval removal, CancellationToken cancellationToken)
    {
        Called("RemoveShadow");
        TakeShadowAway();
        _endpoint = _endpoint with { ConfigName = removal.ConfigName };
        Change(EndpointStatus.Updating, unchanged => unchanged);
        SettleIfAtOnce();
        return Task.CompletedTask;
    }

    public void TakeShadowAway() => _endpoint = _endpoint with { ShadowVariants = [], LastModified = _endpoint.LastModified.AddTicks(1) };

    public Task<CaptureSample> ReadAsync(CaptureQuery query, CancellationToken cancellationToken)
    {
        Called("Captures");
        return Task.FromResult(Captures ?? new CaptureSample([], 0));
    }
}
