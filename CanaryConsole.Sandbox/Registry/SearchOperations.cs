using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Registry;

/// <summary>Search over what the account has: packages, groups, endpoints and models. Of the other resources it has none, and so finds none.</summary>
internal static class SearchOperations
{
    public static void Register(OperationTable operations) => operations.Add<SearchRequest, SearchResponse>("SageMaker.Search", Search);

    private static SearchResponse Search(SearchRequest request, World world, DateTimeOffset now)
    {
        var resource = request.Resource ?? throw AwsErrorException.Constraint("resource", null, "Member must not be null");
        SearchMatch.Check(request.SearchExpression);
        var matching = Records(resource, world, now).Where(record => SearchMatch.Matches(request.SearchExpression, Subject(record))).ToList();
        var sorted = request.SortOrder == SearchSortOrder.Ascending
            ? matching.OrderBy(Key, SearchValue.Order)
            : matching.OrderByDescending(Key, SearchValue.Order);
        var page = Page.Of([.. sorted], request.MaxResults, request.NextToken);
        return new SearchResponse
        {
            Results = page.Items,
            NextToken = page.NextToken,
            TotalHits = new TotalHits { Value = matching.Count, Relation = Relation.EqualTo },
        };

        object? Key(SearchRecord record) => SearchPath.Read(Subject(record), request.SortBy ?? DefaultSort(resource)).FirstOrDefault();
    }

    // A model and a group are never modified.
    private static string DefaultSort(ResourceType resource) =>
        resource == ResourceType.Model || resource == ResourceType.ModelPackageGroup ? "CreationTime" : "LastModifiedTime";

    private static object Subject(SearchRecord record) => record switch
    {
        { ModelPackage: { } package } => package,
        { ModelPackageGroup: { } group } => group,
        { Endpoint: { } endpoint } => endpoint,
        _ => record.Model!.Model!,
    };

    private static IEnumerable<SearchRecord> Records(ResourceType resource, World world, DateTimeOffset now) => resource switch
    {
        _ when resource == ResourceType.ModelPackage => world.Registry.Packages
            .Select(package => new SearchRecord { ModelPackage = PackageDescription.Found(package, Tags(world, package.Arn), now) }),
        _ when resource == ResourceType.ModelPackageGroup => world.Registry.Groups
            .Select(group => new SearchRecord { ModelPackageGroup = Found(group, Tags(world, group.Arn)) }),
        _ when resource == ResourceType.Endpoint => world.Endpoints.All
            .Select(endpoint => new SearchRecord { Endpoint = Found(endpoint, Tags(world, endpoint.Arn)) }),
        _ when resource == ResourceType.Model => world.Models.All
            .Select(model => new SearchRecord { Model = new ModelDashboardModel { Model = Found(model, Tags(world, model.Arn)), Endpoints = Serving(model, world) } }),
        _ => [],
    };

    private static ModelPackageGroup Found(PackageGroup group, List<Tag>? tags) => new()
    {
        ModelPackageGroupName = group.Name,
        ModelPackageGroupArn = group.Arn,
        ModelPackageGroupDescription = group.Description,
        CreationTime = group.CreatedAt.UtcDateTime,
        CreatedBy = PackageDescription.User(),
        ModelPackageGroupStatus = ModelPackageGroupStatus.Completed,
        Tags = tags,
    };

    private static Aws.SageMaker.Model.Endpoint Found(Endpoints.Endpoint endpoint, List<Tag>? tags)
    {
        var found = PackageDescription.Copy<Aws.SageMaker.Model.Endpoint>(EndpointDescription.Of(endpoint));
        found.Tags = tags;
        return found;
    }

    private static Aws.SageMaker.Model.Model Found(Models.Model model, List<Tag>? tags)
    {
        var found = PackageDescription.Copy<Aws.SageMaker.Model.Model>(model.Definition);
        (found.ModelArn, found.CreationTime, found.Tags) = (model.Arn, model.CreatedAt.UtcDateTime, tags);
        return found;
    }

    private static List<ModelDashboardEndpoint> Serving(Models.Model model, World world) =>
    [
        .. world.Endpoints.All.Where(endpoint => endpoint.Variants.Any(variant => variant.Model.Name == model.Name)).Select(endpoint => new ModelDashboardEndpoint
        {
            EndpointName = endpoint.Name,
            EndpointArn = endpoint.Arn,
            CreationTime = endpoint.CreatedAt.UtcDateTime,
            LastModifiedTime = endpoint.LastModifiedAt.UtcDateTime,
            EndpointStatus = endpoint.Status,
        }),
    ];

    private static List<Tag>? Tags(World world, string arn) => world.Tags.GetValueOrDefault(arn);
}
