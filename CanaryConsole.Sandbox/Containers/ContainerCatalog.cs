using System.Threading.Channels;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Containers;

/// <summary>Which models run in containers of this machine: those whose image is an address here, or is mapped to one.</summary>
internal sealed class ContainerCatalog(IReadOnlyList<ContainerOptions> mapped)
{
    // A container that falls out is checked with all others a few seconds later.
    private readonly Channel<Container> _unchecked =
        Channel.CreateBounded<Container>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Containers that have just become known, so that none waits for the next round of checks.</summary>
    public ChannelReader<Container> Unchecked => _unchecked.Reader;

    /// <summary>The containers a request passes through, in order; none where a behaviour serves the model.</summary>
    public IReadOnlyList<Container> For(CreateModelRequest model)
    {
        List<ContainerDefinition> definitions = model.PrimaryContainer is { } primary ? [primary] : model.Containers ?? [];
        var containers = definitions.Select(Find).OfType<Container>().ToList();
        if (containers.Count != 0 && containers.Count != definitions.Count)
        {
            throw AwsErrorException.Validation(
                $"Model \"{model.ModelName}\" has {definitions.Count} containers of which {containers.Count} have an address on this machine: give all of them one, or none.");
        }

        containers.ForEach(container => _unchecked.Writer.TryWrite(container));
        return containers;
    }

    private Container? Find(ContainerDefinition definition)
    {
        var url = mapped.FirstOrDefault(one => one.Image == definition.Image)?.Url ?? definition.Image;
        if (ContainerAddress.TryParse(url, out var address))
        {
            return new Container(definition.ContainerHostname ?? "primary", address);
        }

        return ContainerAddress.LooksLikeOne(url)
            ? throw AwsErrorException.Validation($"Requested image {url} is not an address the sandbox calls: give {ContainerAddress.Expected}, or the name of an image.")
            : null;
    }
}
