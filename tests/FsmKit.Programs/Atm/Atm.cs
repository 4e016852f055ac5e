namespace FsmKit.Programs.Atm;

/// <summary>A cash machine: card, PIN with three tries, amount, first the card back, then the cash.</summary>
[GClass]
[Input<EvCardInserted>, Input<EvPinEntered>, Input<EvAmountEntered>, Input<EvCancelPressed>]
[Input<EvCardTaken>, Input<EvCashTaken>, Input<EvDispenserJammed>, Input<EvServiced>]
[Input<EvPinChecked>, Input<EvAuthorized>, Input<EvBankFailed>]
[Output<EvPrompt>, Output<EvEjectCard>, Output<EvRetainCard>, Output<EvDispense>, Output<EvRetractCash>]
public sealed partial class Atm : GObj
{
    private const int PinTries = 3;
    private string _cardNumber = "";
    private string _pin = "";
    private int _wrongPins;
    private int _amount;

    /// <summary>The host of the bank.</summary>
    [Parameter]
    public partial IBank? Bank { get; set; }

    private enum State : byte
    {
        /// <summary>Waiting for a card.</summary>
        [Enter(nameof(AcWelcome))]
        [On<EvCardInserted>(nameof(AcRead), Next = Session)]
        [Ignore<EvCancelPressed>]
        [Refuse]
        Idle,

        /// <summary>A card is inside, and its owner may still cancel.</summary>
        [On<EvCancelPressed>(Next = ReturningCard)]
        [On<EvBankFailed>(Next = ReturningCard)]
        [Refuse]
        Session,

        /// <summary>The customer types the PIN.</summary>
        [Inside(Session)]
        [Enter(nameof(AcAskPin))]
        [On<EvPinEntered>(nameof(AcKeepPin), Next = CheckingPin)]
        [After(30_000, Next = ReturningCard)]
        EnteringPin,

        /// <summary>The bank looks at the PIN.</summary>
        [Inside(Session)]
        [Invoke<EvPinChecked, EvBankFailed>(nameof(CheckPinAsync))]
        [On<EvPinChecked>(Next = ChoosingAmount, When = nameof(IsRight))]
        [On<EvPinChecked>(nameof(AcRetain), Next = Idle, When = nameof(IsLastTry))]
        [On<EvPinChecked>(nameof(AcCountWrong), Next = EnteringPin)]
        [After(15_000, Next = ReturningCard)]
        CheckingPin,

        /// <summary>The customer chooses an amount.</summary>
        [Inside(Session)]
        [Enter(nameof(AcAskAmount))]
        [On<EvAmountEntered>(nameof(AcKeepAmount), Next = Authorizing)]
        [After(30_000, Next = ReturningCard)]
        ChoosingAmount,

        /// <summary>The bank decides. A cancellation comes too late.</summary>
        [Inside(Session)]
        [Invoke<EvAuthorized, EvBankFailed>(nameof(DebitAsync))]
        [On<EvAuthorized>(Next = ReturningCardBeforeCash, When = nameof(IsGranted))]
        [On<EvAuthorized>(nameof(AcDecline), Next = ChoosingAmount)]
        [After(15_000, nameof(AcReverse), Next = ReturningCard)]
        [Ignore<EvCancelPressed>]
        Authorizing,

        /// <summary>The card sticks out; there is no cash.</summary>
        [Enter(nameof(AcEject))]
        [On<EvCardTaken>(Next = Idle)]
        [After(30_000, nameof(AcRetain), Next = Idle)]
        [Ignore<EvCancelPressed>, Refuse]
        ReturningCard,

        /// <summary>The card sticks out; the cash comes when it is taken.</summary>
        [Enter(nameof(AcEject))]
        [On<EvCardTaken>(nameof(AcDispense), Next = Dispensing)]
        [After(30_000, nameof(AcRetainAndReverse), Next = Idle)]
        [Ignore<EvCancelPressed>, Refuse]
        ReturningCardBeforeCash,

        /// <summary>The cash is in the slot.</summary>
        [On<EvCashTaken>(Next = Idle)]
        [On<EvDispenserJammed>(nameof(AcReverse), Next = OutOfService)]
        [After(30_000, nameof(AcRetract), Next = Idle)]
        [Ignore<EvCancelPressed>, Refuse]
        Dispensing,

        /// <summary>Waiting for a technician.</summary>
        [Enter(nameof(AcApologize))]
        [On<EvServiced>(Next = Idle)]
        [Ignore<EvCancelPressed>]
        [Refuse]
        OutOfService,
    }

    private Task<bool> CheckPinAsync(CancellationToken cancellation) => Bank!.CheckPinAsync(_cardNumber, _pin, cancellation);

    private Task<bool> DebitAsync(CancellationToken cancellation) => Bank!.DebitAsync(_cardNumber, _amount, cancellation);
}
