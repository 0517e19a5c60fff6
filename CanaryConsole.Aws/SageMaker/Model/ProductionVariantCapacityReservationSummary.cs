using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCapacityReservationSummary
{
    [Length(20, 258), Pattern(@"arn:aws[a-z\-]*:sagemaker:[a-z0-9\-]*:[0-9]{12}:[a-z0-9\-]{1,14}/.*")]
    public string? MlReservationArn { get; set; }

    public CapacityReservationPreference? CapacityReservationPreference { get; set; }

    [Between(min: 0)]
    public int? TotalInstanceCount { get; set; }

    [Between(min: 0)]
    public int? AvailableInstanceCount { get; set; }

    [Between(min: 0)]
    public int? UsedByCurrentEndpoint { get; set; }

    public List<Ec2CapacityReservation>? Ec2CapacityReservations { get; set; }
}
