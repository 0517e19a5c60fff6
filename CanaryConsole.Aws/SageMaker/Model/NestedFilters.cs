using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class NestedFilters
{
    [Required, Length(1, 255), Pattern(@".+")]
    public string? NestedPropertyName { get; set; }

    [Required, Items(1, 20)]
    public List<Filter>? Filters { get; set; }
}
