using System.Text.RegularExpressions;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;

namespace CanaryConsole.Aws.Adapters;

internal sealed partial class SageMakerPackageRejection(IAmazonSageMaker sageMaker) : IPackageRejection
{
    private const int MostDescription = 1_024;

    public Task RejectAsync(string packageArn, string reason, CancellationToken cancellationToken)
    {
        var line = LineBreaks().Replace(reason, " ");
        var request = new UpdateModelPackageRequest
        {
            ModelPackageArn = packageArn,
            ModelApprovalStatus = ModelApprovalStatus.Rejected,
            ApprovalDescription = line.Length <= MostDescription ? line : line[..MostDescription],
        };
        return CloudCall.RunAsync(
            "UpdateModelPackage", $"model package \"{packageArn}\"", () => sageMaker.UpdateModelPackageAsync(request, cancellationToken), cancellationToken);
    }

    [GeneratedRegex(@"[\r\n]+")]
    private static partial Regex LineBreaks();
}
