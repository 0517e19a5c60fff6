namespace CanaryConsole.Core.Reviews;

/// <summary>Asks the cloud what the console may do, without doing it.</summary>
public interface IPermissionProbe
{
    /// <summary>Which of these are not allowed; at most 1,000 are asked.</summary>
    /// <exception cref="CloudException">It could not be found out; AccessDenied where the console may not even ask.</exception>
    Task<PermissionReport> AskAsync(IReadOnlyList<PermissionQuestion> questions, CancellationToken cancellationToken);
}

/// <param name="Action">As a policy names it, as in "sagemaker:UpdateEndpoint".</param>
/// <param name="Resource">Its ARN, or * for actions that know no resource.</param>
public sealed record PermissionQuestion(string Action, string Resource);

/// <param name="Principal">Whose policies were asked: a user or a role.</param>
/// <param name="Denied">Neither allowed nor unknown.</param>
public sealed record PermissionReport(string Principal, IReadOnlyList<PermissionQuestion> Denied);
