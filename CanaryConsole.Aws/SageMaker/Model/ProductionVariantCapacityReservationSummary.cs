namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class ProductionVariantCapacityReservationSummary
{
    public string? MlReservationArn { get; set; }

    public CapacityReservationPreference? CapacityReservationPreference { get; set; }

    public int? TotalInstanceCount { get; set; }

    public int? AvailableInstanceCount { get; set; }

    public int? UsedByCurrentEndpoint { get; set; }

    public List<Ec2CapacityReservation>? Ec2CapacityReservations { get; set; }
}
