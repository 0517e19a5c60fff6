namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>Writes an approval into the registry. Every failure is a <see cref="CloudException"/>.</summary>
public interface IPackageApproval
{
    /// <param name="comment">One line of at most 1,024 characters; empty for none.</param>
    Task SetAsync(string packageArn, ModelApproval approval, string comment, CancellationToken cancellationToken);
}
