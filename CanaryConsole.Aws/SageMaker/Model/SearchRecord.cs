namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class SearchRecord
{
    public Endpoint? Endpoint { get; set; }

    public ModelPackage? ModelPackage { get; set; }

    public ModelPackageGroup? ModelPackageGroup { get; set; }

    public ModelDashboardModel? Model { get; set; }
}
