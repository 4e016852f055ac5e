namespace FsmKit.Programs.Ordering;

/// <summary>The payment provider.</summary>
public interface IPayments
{
    /// <summary>Takes the money, and returns the id of the payment.</summary>
    Task<string> ChargeAsync(int cents, CancellationToken cancellation);

    /// <summary>Gives the money back.</summary>
    Task RefundAsync(string paymentId, CancellationToken cancellation);
}
