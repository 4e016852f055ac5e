namespace OrdersSample;

/// <summary>The customer has paid.</summary>
/// <param name="Cents">The amount.</param>
public readonly record struct EvPaid(int Cents);

/// <summary>The warehouse has handed the parcel to the carrier.</summary>
/// <param name="Tracking">The carrier's number of the parcel.</param>
public readonly record struct EvShipped(string Tracking);

/// <summary>The carrier has delivered the parcel.</summary>
public readonly record struct EvDelivered;

/// <summary>The customer has cancelled.</summary>
public readonly record struct EvCancelled;

/// <summary>An order has changed its state.</summary>
/// <param name="Order">The order.</param>
public readonly record struct EvOrderChanged(Order Order);
