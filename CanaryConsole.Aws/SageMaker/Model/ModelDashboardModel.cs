namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ModelDashboardModel
{
    public Model? Model { get; set; }

    public List<ModelDashboardEndpoint>? Endpoints { get; set; }
}
