namespace FsmKit.Programs.Atm;

/// <summary>The host of the bank, as the machine sees it.</summary>
public interface IBank
{
    /// <summary>Says whether the PIN belongs to the card.</summary>
    Task<bool> CheckPinAsync(string cardNumber, string pin, CancellationToken cancellation);

    /// <summary>Debits the account, if it may be.</summary>
    Task<bool> DebitAsync(string cardNumber, int amount, CancellationToken cancellation);

    /// <summary>Takes a debit back.</summary>
    void Reverse(string cardNumber, int amount);
}
