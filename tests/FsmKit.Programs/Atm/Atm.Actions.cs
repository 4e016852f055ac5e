namespace FsmKit.Programs.Atm;

/// <content>Guards and actions.</content>
public sealed partial class Atm
{
    private static bool IsRight(in EvPinChecked e) => e.IsRight;

    private bool IsLastTry() => _wrongPins + 1 == PinTries;

    private static bool IsGranted(in EvAuthorized e) => e.IsGranted;

    private void AcWelcome() => Publish(new EvPrompt("Insert your card"));

    private void AcRead(in EvCardInserted e)
    {
        _cardNumber = e.CardNumber;
        _wrongPins = 0;
    }

    private void AcAskPin() => Publish(new EvPrompt(_wrongPins == 0 ? "Enter your PIN" : $"Wrong PIN, {PinTries - _wrongPins} tries left"));

    private void AcKeepPin(in EvPinEntered e) => _pin = e.Pin;

    private void AcCountWrong() => _wrongPins++;

    private void AcAskAmount() => Publish(new EvPrompt("Choose an amount"));

    private void AcKeepAmount(in EvAmountEntered e) => _amount = e.Amount;

    private void AcDecline() => Publish(new EvPrompt("Not enough money"));

    private void AcEject() => Publish(new EvEjectCard());

    private void AcRetain() => Publish(new EvRetainCard());

    private void AcDispense() => Publish(new EvDispense(_amount));

    private void AcReverse() => Bank!.Reverse(_cardNumber, _amount);

    private void AcRetainAndReverse()
    {
        AcRetain();
        AcReverse();
    }

    private void AcRetract()
    {
        Publish(new EvRetractCash());
        AcReverse();
    }

    private void AcApologize() => Publish(new EvPrompt("Out of service"));
}
