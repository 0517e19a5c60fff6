using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BaseModel
{
    [Length(0, 63), Pattern(@"[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")]
    public string? HubContentName { get; set; }

    [Length(5, 14), Pattern(@"\d{1,4}.\d{1,4}.\d{1,4}")]
    public string? HubContentVersion { get; set; }

    [Length(0, 255)]
    public string? RecipeName { get; set; }
}
