namespace FsmKit.Programs.Atm;

/// <summary>A card has been put in.</summary>
public readonly record struct EvCardInserted(string CardNumber);

/// <summary>A PIN has been typed and confirmed.</summary>
public readonly record struct EvPinEntered(string Pin);

/// <summary>An amount has been chosen.</summary>
public readonly record struct EvAmountEntered(int Amount);

/// <summary>The customer has pressed Cancel.</summary>
public readonly record struct EvCancelPressed;

/// <summary>The customer has taken the card.</summary>
public readonly record struct EvCardTaken;

/// <summary>The customer has taken the cash.</summary>
public readonly record struct EvCashTaken;

/// <summary>The dispenser cannot give the cash.</summary>
public readonly record struct EvDispenserJammed;

/// <summary>A technician has put the machine in order.</summary>
public readonly record struct EvServiced;

/// <summary>The bank has looked at the PIN.</summary>
public readonly record struct EvPinChecked(bool IsRight);

/// <summary>The bank has decided about the amount.</summary>
public readonly record struct EvAuthorized(bool IsGranted);

/// <summary>The bank cannot be reached.</summary>
public readonly record struct EvBankFailed(Exception Why);

/// <summary>The screen is to show a text.</summary>
public readonly record struct EvPrompt(string Text);

/// <summary>The card is to be given back.</summary>
public readonly record struct EvEjectCard;

/// <summary>The card is to be kept.</summary>
public readonly record struct EvRetainCard;

/// <summary>The cash is to be put out.</summary>
public readonly record struct EvDispense(int Amount);

/// <summary>The cash is to be taken back in.</summary>
public readonly record struct EvRetractCash;
