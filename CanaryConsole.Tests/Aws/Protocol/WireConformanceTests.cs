using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SimpleNotificationService;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>
/// Our wire types against Amazon's models. The rule is the same for requests, responses and all that is nested in them: every member, its
/// type, whether it is required, its enumeration's values, and every bound the model sets, no more and no less.
/// </summary>
public sealed class WireConformanceTests
{
    public static TheoryData<Type, string> Services => new()
    {
        { typeof(IAmazonSageMaker), "sagemaker.json" },
        { typeof(IAmazonSageMakerRuntime), "sagemaker-runtime.json" },
        { typeof(IAmazonCloudWatch), "cloudwatch.json" },
        { typeof(IAmazonSimpleNotificationService), "sns.json" },
        { typeof(IAmazonApplicationAutoScaling), "application-autoscaling.json" },
    };

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void WireTypes_AgainstAmazonsModels_AreTheSame(Type client, string file)
    {
        var comparison = Compare(client, file);

        Assert.True(comparison.Differences.Count == 0, string.Join(Environment.NewLine, comparison.Differences));
        Assert.NotEmpty(comparison.Compared);
    }

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void Requests_OutsideABoundOfTheModel_AreRefusedByTheNameOfTheMember(Type client, string file)
    {
        using var model = AwsModels.Read(file);
        var accepted = new List<string>();
        foreach (var request in client.GetMethods().Select(method => method.GetParameters()[0].ParameterType))
        {
            foreach (var (member, value) in OutOfBounds.Of(request, model.RootElement))
            {
                var message = Activator.CreateInstance(request)!;
                request.GetProperty(member)!.SetValue(message, value);
                if (!WireBounds.Violations(message).Any(violation => string.Equals(violation.Path, member, StringComparison.OrdinalIgnoreCase)))
                {
                    accepted.Add($"{request.Name}.{member} = {value ?? "null"}");
                }
            }
        }

        Assert.True(accepted.Count == 0, string.Join(Environment.NewLine, accepted));
    }

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void WireTypes_AllOfThem_AreReachedByAnOperation(Type client, string file)
    {
        var comparison = Compare(client, file);

        var unused = client.Assembly.GetExportedTypes()
            .Where(type => type.Namespace == client.Namespace + ".Model" && !type.IsSubclassOf(typeof(Exception)))
            .Except(comparison.Compared)
            .Select(type => type.Name);

        Assert.Empty(unused);
    }

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void Errors_OfEveryOperation_HaveTheirException(Type client, string file) => Assert.Empty(Compare(client, file).ErrorsWithoutAnException());

    [AwsModelsTheory]
    [MemberData(nameof(Services))]
    public void MembersLeftOut_AreStillInTheModelAndNotInOurs(Type client, string file)
    {
        using var model = AwsModels.Read(file);
        var shapes = model.RootElement.GetProperty("shapes");

        var stale = LeftOutMembers.Of(client).Where(leftOut =>
            !shapes.GetProperty(leftOut.Type.Name).GetProperty("members").TryGetProperty(leftOut.Member, out _)
            || leftOut.Type.GetProperty(leftOut.Member) is not null);

        Assert.Empty(stale);
    }

    private static WireComparison Compare(Type client, string file)
    {
        using var model = AwsModels.Read(file);
        var comparison = new WireComparison(model.RootElement.Clone(), client);
        foreach (var operation in client.GetMethods().Select(method => method.Name[..^"Async".Length]))
        {
            comparison.Operation(operation);
        }

        return comparison;
    }
}
