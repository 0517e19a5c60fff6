namespace CanaryConsole.Core.Registry;

/// <summary>The registry's last word on a package that failed. Every failure is a <see cref="CloudException"/>.</summary>
public interface IPackageRejection
{
    /// <summary>Marks the package Rejected, with the reason as its approval description; cut at 1,024 characters.</summary>
    Task RejectAsync(string packageArn, string reason, CancellationToken cancellationToken);
}
