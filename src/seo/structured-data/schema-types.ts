/** Subtypes by schema.org 30.0. Google asks for the most specific type of a local business and reads all of them. */
const LOCAL_BUSINESSES =
  'LocalBusiness AccountingService AdultEntertainment AmusementPark AnimalShelter ArchiveOrganization ArtGallery Attorney ' +
  'AutoBodyShop AutoDealer AutoPartsStore AutoRental AutoRepair AutoWash AutomotiveBusiness Bakery BankOrCreditUnion ' +
  'BarOrPub BeautySalon BedAndBreakfast BikeStore BookStore BowlingAlley Brewery CafeOrCoffeeShop Casino ChildCare ' +
  'ClothingStore ComedyClub ComputerStore ConvenienceStore DaySpa Dentist DepartmentStore Distillery ' +
  'DryCleaningOrLaundry Electrician ElectronicsStore EmergencyService EmploymentAgency EntertainmentBusiness ' +
  'ExerciseGym FastFoodRestaurant FinancialService FireStation Florist FoodEstablishment FurnitureStore GardenStore ' +
  'GasStation GeneralContractor GolfCourse GovernmentOffice GroceryStore HVACBusiness HairSalon HardwareStore ' +
  'HealthAndBeautyBusiness HealthClub HobbyShop HomeAndConstructionBusiness HomeGoodsStore Hospital Hostel Hotel ' +
  'HousePainter IceCreamShop IndividualPhysician InsuranceAgency InternetCafe JewelryStore LegalService Library ' +
  'LiquorStore Locksmith LodgingBusiness MedicalBusiness MedicalClinic MensClothingStore MobilePhoneStore Motel ' +
  'MotorcycleDealer MotorcycleRepair MovieRentalStore MovieTheater MovingCompany MusicStore NailSalon NightClub Notary ' +
  'OfficeEquipmentStore Optician OutletStore PawnShop PetStore Pharmacy Physician PhysiciansOffice Plumber ' +
  'PoliceStation PostOffice ProfessionalService PublicSwimmingPool RadioStation RealEstateAgent RecyclingCenter Resort ' +
  'Restaurant RoofingContractor SelfStorage ShoeStore ShoppingCenter SkiResort SportingGoodsStore ' +
  'SportsActivityLocation SportsClub StadiumOrArena Store TattooParlor TelevisionStation TennisComplex TireShop ' +
  'TouristInformationCenter ToyStore TravelAgency WholesaleStore Winery';

/** Subtypes of Event that people attend; broadcasts, publications, deliveries and course dates are none. */
const EVENTS =
  'Event BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent DanceEvent EducationEvent ExhibitionEvent Festival ' +
  'FoodEvent Hackathon LiteraryEvent MusicEvent PerformingArtsEvent ScreeningEvent SocialEvent SportsEvent ' +
  'TheaterEvent VisualArtsEvent';

export const localBusinesses: readonly string[] = LOCAL_BUSINESSES.split(' ');

export const events: readonly string[] = EVENTS.split(' ');

/** Google shows no rich result for what is only a VideoGame. */
export const applications: readonly string[] = ['SoftwareApplication', 'MobileApplication', 'WebApplication'];

/**
 * What Google shows stars for, besides businesses and organizations: these seldom may show ratings of themselves.
 * https://developers.google.com/search/docs/appearance/structured-data/review-snippet
 */
export const ratedTypes: readonly string[] = [
  ...['Book', 'Course', 'CreativeWorkSeason', 'CreativeWorkSeries', 'Episode', 'Game', 'Movie'],
  ...['MusicPlaylist', 'MusicRecording', 'Product', 'Recipe'],
  ...applications,
  ...events,
];
