using System.Security.Cryptography;
using System.Text;
using CanaryConsole.Aws.ECR.Model;
using CanaryConsole.Sandbox.Faults;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Images;

/// <summary>ECR as far as it can be asked for images: those that models or packages name are there, unless a fault takes them away.</summary>
internal static class ImageOperations
{
    public static void Register(OperationTable operations) =>
        operations.Add<DescribeImagesRequest, DescribeImagesResponse>("AmazonEC2ContainerRegistry_V20150921.DescribeImages", Describe);

    private static DescribeImagesResponse Describe(DescribeImagesRequest request, World world, DateTimeOffset now)
    {
        var repository = $"{request.RegistryId ?? Arn.Account}.dkr.ecr.{Arn.Region}.amazonaws.com/{request.RepositoryName}";
        var known = Known(world).Where(image => image.StartsWith(repository + ":", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (known.Count == 0)
        {
            throw new AwsErrorException(
                "RepositoryNotFoundException",
                $"The repository with name '{request.RepositoryName}' does not exist in the registry with id '{request.RegistryId ?? Arn.Account}'");
        }

        known.ExceptWith(TakenAway(world, now));
        var found = request.ImageIds is { } wanted
            ? wanted.Select(id => known.FirstOrDefault(image => Matches(image, id)) ?? throw NotFound(request, id))
            : known;
        return new DescribeImagesResponse { ImageDetails = [.. found.Select(image => Detail(request, image))] };
    }

    private static IEnumerable<string> Known(World world) => world.Models.All.SelectMany(model => model.Images)
        .Concat(world.Registry.Packages.SelectMany(package => package.Description.InferenceSpecification?.Containers ?? []).Select(container => container.Image).OfType<string>());

    private static IEnumerable<string> TakenAway(World world, DateTimeOffset now) => world.Faults.Active(now)
        .Select(fault => fault.Fault)
        .OfType<Fault.MissingImage>()
        .SelectMany(fault => FaultyModels.Of(world, fault.Endpoint, fault.Variant))
        .SelectMany(model => model.Images);

    private static bool Matches(string image, ImageIdentifier id) =>
        (id.ImageTag is null || image.EndsWith(":" + id.ImageTag, StringComparison.Ordinal)) && (id.ImageDigest is null || Digest(image) == id.ImageDigest);

    private static AwsErrorException NotFound(DescribeImagesRequest request, ImageIdentifier id) => new(
        "ImageNotFoundException",
        $"The image with imageId {{imageDigest:'{id.ImageDigest ?? "null"}', imageTag:'{id.ImageTag ?? "null"}'}} does not exist within the repository with name '{request.RepositoryName}' in the registry with id '{request.RegistryId ?? Arn.Account}'");

    private static ImageDetail Detail(DescribeImagesRequest request, string image) => new()
    {
        RegistryId = request.RegistryId ?? Arn.Account,
        RepositoryName = request.RepositoryName,
        ImageDigest = Digest(image),
        ImageTags = [image[(image.LastIndexOf(':') + 1)..]],
    };

    private static string Digest(string image) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image)))}";
}
