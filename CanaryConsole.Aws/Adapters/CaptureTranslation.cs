using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Endpoints;

namespace CanaryConsole.Aws.Adapters;

/// <summary>What a new configuration captures.</summary>
internal static class CaptureTranslation
{
    /// <param name="wanted">Null leaves it as the old configuration has it; a sampling of 0 is none.</param>
    public static DataCaptureConfig? Of(DataCapture? wanted, DataCaptureConfig? old) => wanted switch
    {
        null => old,
        { Sampling: var sampling } when sampling == Percentage.Zero => null,
        _ => new DataCaptureConfig
        {
            EnableCapture = true,
            InitialSamplingPercentage = (int)Math.Round(wanted.Sampling.Percent),
            DestinationS3Uri = wanted.Destination,
            KmsKeyId = old?.KmsKeyId,
            CaptureOptions = old?.CaptureOptions ?? [new CaptureOption { CaptureMode = CaptureMode.Input }, new CaptureOption { CaptureMode = CaptureMode.Output }],
            CaptureContentTypeHeader = old?.CaptureContentTypeHeader,
        },
    };

    /// <summary>Whether two configurations capture alike.</summary>
    public static bool IsSame(DataCaptureConfig? one, DataCaptureConfig? other) => Line(one) == Line(other);

    private static (string? Destination, int Sampling) Line(DataCaptureConfig? capture) =>
        capture is { EnableCapture: true } ? (capture.DestinationS3Uri, capture.InitialSamplingPercentage ?? 0) : (null, 0);
}
