using Xunit;

namespace FsmKit.Programs.Atm;

/// <summary>The cash machine in virtual time, with a bank that answers at once.</summary>
public sealed class AtmTests : IDisposable, IBank
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Atm _atm;
    private readonly List<string> _told = [];
    private Exception? _bankFault;

    public AtmTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _atm = _app.Create<Atm>("atm", atm => atm.Bank = this);
        _atm.Subscribe((GObj _, in EvPrompt e) => _told.Add(e.Text));
        _atm.Subscribe((GObj _, in EvEjectCard _) => _told.Add("eject"));
        _atm.Subscribe((GObj _, in EvRetainCard _) => _told.Add("retain"));
        _atm.Subscribe((GObj _, in EvDispense e) => _told.Add($"dispense {e.Amount}"));
        _atm.Subscribe((GObj _, in EvRetractCash _) => _told.Add("retract"));
    }

    public void Dispose() => _app.Dispose();

    Task<bool> IBank.CheckPinAsync(string cardNumber, string pin, CancellationToken cancellation) =>
        _bankFault is null ? Task.FromResult(pin == "1234") : Task.FromException<bool>(_bankFault);

    Task<bool> IBank.DebitAsync(string cardNumber, int amount, CancellationToken cancellation) => Task.FromResult(amount <= 500);

    void IBank.Reverse(string cardNumber, int amount) => _told.Add($"reverse {amount}");

    [Fact]
    public void It_gives_the_card_back_and_then_the_cash()
    {
        Identify();
        Assert.Equal("ChoosingAmount", _atm.StateName);
        _atm.Send(new EvAmountEntered(100));
        Assert.Equal("ReturningCardBeforeCash", _atm.StateName);
        _atm.Send(new EvCardTaken());
        Assert.Equal("Dispensing", _atm.StateName);
        _atm.Send(new EvCashTaken());
        Assert.Equal("Idle", _atm.StateName);
        Assert.Equal(["Enter your PIN", "Choose an amount", "eject", "dispense 100", "Insert your card"], _told);
    }

    [Fact]
    public void A_third_wrong_pin_costs_the_card()
    {
        _atm.Send(new EvCardInserted("4711"));
        for (var i = 0; i < 3; i++)
        {
            _atm.Send(new EvPinEntered("0000"));
        }

        Assert.Equal("Idle", _atm.StateName);
        Assert.Equal(["Enter your PIN", "Wrong PIN, 2 tries left", "Wrong PIN, 1 tries left", "retain", "Insert your card"], _told);
    }

    [Fact]
    public void A_card_that_is_not_taken_is_kept_and_the_debit_taken_back()
    {
        Identify();
        _atm.Send(new EvAmountEntered(100));
        _time.Advance(30_000, _app);
        Assert.Equal("Idle", _atm.StateName);
        Assert.Equal(["eject", "retain", "reverse 100", "Insert your card"], _told[2..]);
    }

    [Fact]
    public void A_customer_who_goes_away_and_a_bank_that_fails_end_with_the_card()
    {
        _atm.Send(new EvCardInserted("4711"));
        _time.Advance(30_000, _app);
        Assert.Equal("ReturningCard", _atm.StateName);
        _atm.Send(new EvCardTaken());
        _bankFault = new IOException("no line");
        Identify();
        Assert.Equal("ReturningCard", _atm.StateName);
    }

    [Fact]
    public void A_jam_takes_it_out_of_service()
    {
        Identify();
        _atm.Send(new EvAmountEntered(100));
        _atm.Send(new EvCardTaken());
        _atm.Send(new EvDispenserJammed());
        Assert.Equal("OutOfService", _atm.StateName);
        Assert.Equal(Outcome.Refused, _atm.Send(new EvCardInserted("4711")));
        _atm.Send(new EvServiced());
        Assert.Equal("Idle", _atm.StateName);
    }

    private void Identify()
    {
        _atm.Send(new EvCardInserted("4711"));
        _atm.Send(new EvPinEntered("1234"));
    }
}
