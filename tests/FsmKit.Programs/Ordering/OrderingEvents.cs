namespace FsmKit.Programs.Ordering;

/// <summary>A customer has ordered.</summary>
public readonly record struct EvOrderPlaced(string Item, int Cents);

/// <summary>The customer does not want it any more.</summary>
public readonly record struct EvCancelOrder;

/// <summary>The warehouse keeps the item for this order.</summary>
public readonly record struct EvStockReserved;

/// <summary>The warehouse does not have the item.</summary>
public readonly record struct EvOutOfStock;

/// <summary>The warehouse has put the item back.</summary>
public readonly record struct EvStockReleased;

/// <summary>The payment is made.</summary>
public readonly record struct EvPaid(string PaymentId);

/// <summary>The payment is not made.</summary>
public readonly record struct EvPaymentFailed(Exception Why);

/// <summary>The carrier has the parcel.</summary>
public readonly record struct EvShipped;

/// <summary>The carrier does not take the parcel.</summary>
public readonly record struct EvShippingFailed;

/// <summary>The customer has the money back.</summary>
public readonly record struct EvRefunded;

/// <summary>The customer does not have the money back.</summary>
public readonly record struct EvRefundFailed(Exception Why);

/// <summary>A clerk has solved by hand the problem of the saga.</summary>
public readonly record struct EvResolved;

/// <summary>The warehouse is to keep the item.</summary>
public readonly record struct EvReserveStock(string Item);

/// <summary>The warehouse is to put the item back.</summary>
public readonly record struct EvReleaseStock(string Item);

/// <summary>The carrier is to take the parcel.</summary>
public readonly record struct EvShip(string Item);

/// <summary>The order is fulfilled.</summary>
public readonly record struct EvOrderCompleted;

/// <summary>The order has come to nothing, and everything is as before.</summary>
public readonly record struct EvOrderCancelled(string Reason);

/// <summary>A clerk has to look at the order.</summary>
public readonly record struct EvHelpNeeded(string Problem);
