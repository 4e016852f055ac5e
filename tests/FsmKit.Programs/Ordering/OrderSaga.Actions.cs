namespace FsmKit.Programs.Ordering;

/// <content>Guards and actions.</content>
public sealed partial class OrderSaga
{
    private Task<string> ChargeAsync(CancellationToken cancellation) => Payments!.ChargeAsync(_order.Cents, cancellation);

    private Task RefundAsync(CancellationToken cancellation)
    {
        _refunds++;
        return Payments!.RefundAsync(_paymentId, cancellation);
    }

    private bool MayRetry() => _refunds < MaxRefunds;

    private void AcAccept(in EvOrderPlaced e) => _order = e;

    private void AcReserve() => Publish(new EvReserveStock(_order.Item));

    private void AcRelease() => Publish(new EvReleaseStock(_order.Item));

    private void AcShip() => Publish(new EvShip(_order.Item));

    private void AcKeepPayment(in EvPaid e) => _paymentId = e.PaymentId;

    private void AcBlameStock() => _reason = "out of stock";

    private void AcBlamePayment() => _reason = "not paid";

    private void AcBlameCarrier() => _reason = "not shipped";

    private void AcBlameCustomer() => _reason = "not wanted any more";

    private void AcTellCompleted() => Publish(new EvOrderCompleted());

    private void AcTellCancelled() => Publish(new EvOrderCancelled(_reason));

    private void AcCallForReturn() => Publish(new EvHelpNeeded("the parcel is on its way although the order is cancelled"));

    private void AcCallForHelp() => Publish(new EvHelpNeeded($"payment {_paymentId} cannot be given back"));
}
