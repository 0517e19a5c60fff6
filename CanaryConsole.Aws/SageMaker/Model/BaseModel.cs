namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class BaseModel
{
    public string? HubContentName { get; set; }

    public string? HubContentVersion { get; set; }

    public string? RecipeName { get; set; }
}
