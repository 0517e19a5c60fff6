using System.Text.Json;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>A package in the words of the wire, each answer with its status at the moment of asking.</summary>
internal static class PackageDescription
{
    public static DescribeModelPackageResponse Of(Package package, DateTimeOffset now)
    {
        var description = Copy<DescribeModelPackageResponse>(package.Description);
        description.ModelPackageStatus = package.StatusAt(now);
        description.ModelPackageStatusDetails ??= new ModelPackageStatusDetails { ValidationStatuses = [], ImageScanStatuses = [] };
        return description;
    }

    /// <summary>The same as a search finds it: most members have the same names there.</summary>
    public static ModelPackage Found(Package package, List<Tag>? tags, DateTimeOffset now)
    {
        var found = package.FoundAt(now);
        found.Tags = tags;
        return found;
    }

    public static ModelPackageSummary Summary(Package package, DateTimeOffset now) => new()
    {
        ModelPackageName = package.Description.ModelPackageName,
        ModelPackageGroupName = package.GroupName,
        ModelPackageVersion = package.Version,
        ModelPackageArn = package.Arn,
        ModelPackageDescription = package.Description.ModelPackageDescription,
        CreationTime = package.Description.CreationTime,
        ModelPackageStatus = package.StatusAt(now),
        ModelApprovalStatus = package.Description.ModelApprovalStatus,
        ModelLifeCycle = package.Description.ModelLifeCycle,
        ModelPackageRegistrationType = package.Description.ModelPackageRegistrationType,
    };

    public static BatchDescribeModelPackageSummary BatchSummary(Package package, DateTimeOffset now) => new()
    {
        ModelPackageGroupName = package.GroupName,
        ModelPackageVersion = package.Version,
        ModelPackageArn = package.Arn,
        ModelPackageDescription = package.Description.ModelPackageDescription,
        CreationTime = package.Description.CreationTime,
        InferenceSpecification = package.Description.InferenceSpecification,
        ModelPackageStatus = package.StatusAt(now),
        ModelApprovalStatus = package.Description.ModelApprovalStatus,
        ModelPackageRegistrationType = package.Description.ModelPackageRegistrationType,
    };

    public static UserContext User() => new()
    {
        IamIdentity = new IamIdentity { Arn = $"arn:aws:iam::{Arn.Account}:user/sandbox", PrincipalId = "AIDACANARYSANDBOX0001" },
    };

    /// <summary>The members that two messages have in common, by name: so no list of forty members can fall behind the wire types.</summary>
    public static T Copy<T>(object message)
        where T : class =>
        JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), AwsJson.Options), AwsJson.Options)!;
}
