namespace CanaryConsole.Core.Reviews;

/// <summary>What the console must be allowed to do for the changes of a plan. Pure.</summary>
internal static class PlanPermissions
{
    /// <summary>Each once, in the order of the changes; what every rollout reads and calls comes first.</summary>
    /// <param name="endpointArn">Says partition, region and account of all the others.</param>
    public static IReadOnlyList<PermissionQuestion> Of(IReadOnlyList<PlannedChange> changes, string endpointArn) =>
    [
        .. new[]
        {
            new PermissionQuestion("sagemaker:DescribeEndpoint", endpointArn),
            new PermissionQuestion("sagemaker:InvokeEndpoint", endpointArn),
            new PermissionQuestion("cloudwatch:GetMetricData", "*"),
        }.Concat(changes.SelectMany(change => Of(change, endpointArn))).Distinct(),
    ];

    private static IEnumerable<PermissionQuestion> Of(PlannedChange change, string endpoint) => (change.Resource, change.Kind) switch
    {
        ("Endpoint configuration", _) => On(Arn(endpoint, "sagemaker", $"endpoint-config/{change.Name}"), "sagemaker:CreateEndpointConfig", "sagemaker:AddTags"),
        ("Model", _) => On(Arn(endpoint, "sagemaker", $"model/{change.Name}"), "sagemaker:CreateModel", "sagemaker:AddTags"),
        ("Endpoint", _) => On(endpoint, "sagemaker:UpdateEndpoint", "sagemaker:UpdateEndpointWeightsAndCapacities"),
        ("Endpoint weights", _) => On(endpoint, "sagemaker:UpdateEndpointWeightsAndCapacities"),
        ("Endpoint tags", _) => On(endpoint, "sagemaker:AddTags", "sagemaker:DeleteTags"),
        ("Model package", _) => On(change.Name, "sagemaker:UpdateModelPackage"),
        ("Alarm", ChangeKind.Create) => On(Alarm(change, endpoint), "cloudwatch:PutMetricAlarm", "cloudwatch:DescribeAlarms"),
        ("Alarm", ChangeKind.Change) => On(Alarm(change, endpoint), "cloudwatch:SetAlarmState"),
        ("Alarm", ChangeKind.Remove) => On(Alarm(change, endpoint), "cloudwatch:DeleteAlarms"),
        ("Scalable target", ChangeKind.Remove) => On("*", "application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeregisterScalableTarget"),
        ("Scalable target", _) => On("*", "application-autoscaling:RegisterScalableTarget", "application-autoscaling:PutScalingPolicy"),
        var (resource, _) => throw new System.Diagnostics.UnreachableException($"{resource} has no permissions."),
    };

    private static IEnumerable<PermissionQuestion> On(string resource, params string[] actions) => actions.Select(action => new PermissionQuestion(action, resource));

    private static string Alarm(PlannedChange change, string endpoint) => Arn(endpoint, "cloudwatch", $"alarm:{change.Name}");

    private static string Arn(string endpoint, string service, string resource) => endpoint.Split(':') is [_, var partition, _, var region, var account, ..]
        ? $"arn:{partition}:{service}:{region}:{account}:{resource}"
        : "*";
}
