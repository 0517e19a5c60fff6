using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;

namespace CanaryConsole.Aws.Adapters;

internal sealed class SageMakerPackageApproval(IAmazonSageMaker sageMaker) : IPackageApproval
{
    public Task SetAsync(string packageArn, ModelApproval approval, string comment, CancellationToken cancellationToken)
    {
        var request = new UpdateModelPackageRequest
        {
            ModelPackageArn = packageArn,
            ModelApprovalStatus = approval switch
            {
                ModelApproval.Approved => ModelApprovalStatus.Approved,
                ModelApproval.Rejected => ModelApprovalStatus.Rejected,
                ModelApproval.PendingManualApproval => ModelApprovalStatus.PendingManualApproval,
            },
            ApprovalDescription = comment,
        };
        return CloudCall.RunAsync(
            "UpdateModelPackage", $"model package \"{packageArn}\"", () => sageMaker.UpdateModelPackageAsync(request, cancellationToken), cancellationToken);
    }
}
